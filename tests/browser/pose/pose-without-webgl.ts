/** The pose worker on a device without WebGL 2. */
import './hide-webgl';
import './run-pose-worker';
