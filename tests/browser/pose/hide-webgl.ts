/** Makes this worker one without WebGL. A file of its own, because it must run before the pose worker is imported. */
OffscreenCanvas.prototype.getContext = () => null;

export {};
