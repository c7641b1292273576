/** Camera and microphone: asking for them, choosing one, hearing that one went away. Every refusal has its own name. */
import { StudioError, type StudioErrorCode } from '../core/errors';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import { watchCamera } from './camera-watch';

export interface CameraOptions {
  /** null = the browser's choice, the front camera on a phone. */
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly wantMicrophone: boolean;
}

export interface CameraStream extends Disposable {
  readonly stream: MediaStream;
  /** As the camera says; a phone may turn it later. */
  readonly size: Size;
  /** Hears once that the device was unplugged, taken by another app, or its permission withdrawn. */
  onEnded(listener: () => void): () => void;
  /** To be told of each picture that is shown: when they cease, the camera counts as gone although no event says so. */
  notePicture(): void;
}

export interface Device {
  readonly id: string;
  readonly label: string;
}

export interface Devices {
  readonly cameras: readonly Device[];
  readonly microphones: readonly Device[];
}

/**
 * From the best picture that is useful here to whatever there is. Wide also for an upright phone: sizes are the sensor's,
 * and the browser turns its picture with the phone.
 */
const LADDER: readonly MediaTrackConstraints[] = [
  { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  { width: { ideal: 640 }, height: { ideal: 480 } },
  {},
];

/**
 * Opens the camera (and the microphone, when wanted).
 * @throws StudioError `camera-denied`, `camera-missing`, `camera-busy`, `camera-unsupported`, `microphone-denied`, `microphone-missing`
 */
export async function openCamera(options: CameraOptions): Promise<CameraStream> {
  // Outside https and localhost, browsers hide the whole interface.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) {
    throw new StudioError('camera-unsupported', 'This browser or address has no access to cameras.');
  }
  const stream =
    (options.wantMicrophone ? await openBoth(devices, options) : null) ?? (await openApart(devices, options));
  return wrapStream(stream);
}

/**
 * Opens the microphone alone; the caller stops its tracks.
 * @throws StudioError `camera-unsupported` where the address has no access to devices, `microphone-denied`, `microphone-missing`
 */
export async function openMicrophone(microphoneId: string | null): Promise<MediaStream> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined)
    throw new StudioError('camera-unsupported', 'This browser or address has no access to microphones.');
  return soundAlone(devices, microphoneId);
}

/** Calls when a camera or microphone is plugged in or out: the list is to be read again, nothing is switched. */
export function onDevicesChange(listener: () => void): () => void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  devices?.addEventListener('devicechange', listener);
  return () => devices?.removeEventListener('devicechange', listener);
}

/**
 * Camera and microphone with one question to the person. Null when it fails for a reason that one of the two has alone:
 * asked one by one, they tell which.
 */
async function openBoth(devices: MediaDevices, options: CameraOptions): Promise<MediaStream | null> {
  try {
    const video = { ...cameraWish(options.cameraId), ...LADDER[0] };
    return await devices.getUserMedia({ video, audio: microphoneWish(options.microphoneId) });
  } catch (error) {
    if (!isNamed(error, 'NotAllowedError')) return null;
    // Asking again would put the same question to somebody who has just said no.
    const [camera, microphone] = [await permissionOf('camera'), await permissionOf('microphone')];
    if (camera === null || microphone === null) return null;
    const code = camera !== 'denied' && microphone === 'denied' ? 'microphone-denied' : 'camera-denied';
    throw new StudioError(code, describe(error), { cause: error });
  }
}

async function openApart(devices: MediaDevices, options: CameraOptions): Promise<MediaStream> {
  const stream = await openPicture(devices, options.cameraId);
  try {
    if (options.wantMicrophone) await addMicrophone(devices, stream, options.microphoneId);
  } catch (error) {
    stopTracks(stream);
    throw error;
  }
  return stream;
}

/** Null where the browser does not tell. */
async function permissionOf(name: 'camera' | 'microphone'): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return null;
  }
}

function cameraWish(cameraId: string | null): MediaTrackConstraints {
  return cameraId === null ? { facingMode: { ideal: 'user' } } : { deviceId: { exact: cameraId } };
}

function microphoneWish(microphoneId: string | null): MediaTrackConstraints {
  return {
    // A song or a voice is to be recorded as it is, not as a telephone would.
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    ...(microphoneId === null ? {} : { deviceId: { ideal: microphoneId } }),
  };
}

/** The cameras and microphones; names are empty until permission was given, and then they are numbered. */
export async function listDevices(): Promise<Devices> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const all = devices === undefined ? [] : await devices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind): Device[] =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map((device, index) => ({ id: device.deviceId, label: device.label || String(index + 1) }));
  return { cameras: ofKind('videoinput'), microphones: ofKind('audioinput') };
}

async function openPicture(devices: MediaDevices, cameraId: string | null): Promise<MediaStream> {
  const wish = cameraWish(cameraId);
  let lastError: unknown;
  for (const rung of LADDER) {
    try {
      return await devices.getUserMedia({ video: { ...wish, ...rung } });
    } catch (error) {
      lastError = error;
      // A wish that is impossible, or that the driver fails at, is worth a humbler one.
      if (!isNamed(error, 'OverconstrainedError', 'NotReadableError', 'AbortError')) break;
    }
  }
  // The camera chosen once may be gone: then any camera is better than none.
  if (cameraId !== null && isNamed(lastError, 'OverconstrainedError', 'NotFoundError')) {
    return openPicture(devices, null);
  }
  throw new StudioError(cameraCode(lastError), describe(lastError), { cause: lastError });
}

async function addMicrophone(
  devices: MediaDevices,
  stream: MediaStream,
  microphoneId: string | null,
): Promise<void> {
  const sound = await soundAlone(devices, microphoneId);
  for (const track of sound.getAudioTracks()) stream.addTrack(track);
}

async function soundAlone(devices: MediaDevices, microphoneId: string | null): Promise<MediaStream> {
  try {
    return await devices.getUserMedia({ audio: microphoneWish(microphoneId) });
  } catch (error) {
    const code = isNamed(error, 'NotFoundError', 'OverconstrainedError')
      ? 'microphone-missing'
      : 'microphone-denied';
    throw new StudioError(code, describe(error), { cause: error });
  }
}

function wrapStream(stream: MediaStream): CameraStream {
  const scope = new Scope();
  const [picture] = stream.getVideoTracks();
  if (picture === undefined) throw new StudioError('camera-missing', 'The stream carries no picture.');
  const { width = 640, height = 480 } = picture.getSettings();
  scope.defer(() => stopTracks(stream));
  const watch = scope.own(watchCamera(picture));
  return {
    stream,
    size: { width, height },
    onEnded: (listener) => watch.onLost(listener),
    notePicture: () => watch.notePicture(),
    dispose: () => scope.dispose(),
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function cameraCode(error: unknown): StudioErrorCode {
  if (isNamed(error, 'NotAllowedError', 'SecurityError')) return 'camera-denied';
  if (isNamed(error, 'NotFoundError', 'OverconstrainedError')) return 'camera-missing';
  if (isNamed(error, 'NotReadableError', 'AbortError')) return 'camera-busy';
  return 'camera-unsupported';
}

function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
