/** Cameras and microphones: what is asked, how each refusal is called, and how it is noticed that one is gone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCamera, type CameraOptions } from '../../../src/capture/camera';
import { watchCamera } from '../../../src/capture/camera-watch';

const ANY: CameraOptions = { cameraId: null, microphoneId: null, wantMicrophone: false };

/** A stream with the asked tracks, from a canvas and an oscillator's silence. */
function fakeStream({ video, audio }: MediaStreamConstraints): MediaStream {
  const stream = new MediaStream();
  if (video !== undefined) {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d');
    for (const track of canvas.captureStream(0).getTracks()) stream.addTrack(track);
  }
  if (audio !== undefined) {
    const output = new AudioContext().createMediaStreamDestination();
    for (const track of output.stream.getTracks()) stream.addTrack(track);
  }
  return stream;
}

/** Answers each question by its rule; gives what was asked. */
function answer(rule: (asked: MediaStreamConstraints) => string | null): MediaStreamConstraints[] {
  const questions: MediaStreamConstraints[] = [];
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((asked = {}) => {
    questions.push(asked);
    const refusal = rule(asked);
    return refusal === null
      ? Promise.resolve(fakeStream(asked))
      : Promise.reject(new DOMException('refused', refusal));
  });
  return questions;
}

function permissions(states: Readonly<Record<string, PermissionState>>): void {
  vi.spyOn(navigator.permissions, 'query').mockImplementation(({ name }) =>
    Promise.resolve({ state: states[name] ?? 'prompt' } as PermissionStatus),
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('openCamera', () => {
  it('wishes for the front camera at 720p and 30 frames, and insists on nothing', async () => {
    const questions = answer(() => null);
    const camera = await openCamera(ANY);
    expect(questions).toEqual([
      {
        video: {
          facingMode: { ideal: 'user' },
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 30 },
        },
      },
    ]);
    const [track] = camera.stream.getVideoTracks();
    camera.dispose();
    expect(track?.readyState).toBe('ended');
  });

  it('asks for camera and microphone with one question', async () => {
    const questions = answer(() => null);
    const camera = await openCamera({ ...ANY, wantMicrophone: true });
    expect(questions).toHaveLength(1);
    expect(camera.stream.getAudioTracks()).toHaveLength(1);
    expect(questions[0]?.audio).toMatchObject({ echoCancellation: false, noiseSuppression: false });
    camera.dispose();
  });

  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['SecurityError', 'camera-denied'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['TypeError', 'camera-unsupported'],
  ])('calls %s %s', async (name, code) => {
    answer(() => name);
    await expect(openCamera(ANY)).rejects.toMatchObject({ code });
  });

  it('tries a humbler wish where the driver fails at the first', async () => {
    const questions = answer(({ video }) =>
      typeof video === 'object' && video.frameRate !== undefined ? 'NotReadableError' : null,
    );
    (await openCamera(ANY)).dispose();
    expect(questions).toHaveLength(2);
  });

  it('takes any camera when the chosen one is gone', async () => {
    const questions = answer(({ video }) =>
      typeof video === 'object' && video.deviceId !== undefined ? 'OverconstrainedError' : null,
    );
    (await openCamera({ ...ANY, cameraId: 'unplugged' })).dispose();
    expect(questions.at(-1)?.video).toMatchObject({ facingMode: { ideal: 'user' } });
  });

  it('tells the microphone that was refused from the camera, without asking again', async () => {
    const questions = answer(() => 'NotAllowedError');
    permissions({ camera: 'granted', microphone: 'denied' });
    await expect(openCamera({ ...ANY, wantMicrophone: true })).rejects.toMatchObject({
      code: 'microphone-denied',
    });
    permissions({ camera: 'denied', microphone: 'denied' });
    await expect(openCamera({ ...ANY, wantMicrophone: true })).rejects.toMatchObject({
      code: 'camera-denied',
    });
    expect(questions).toHaveLength(2);
  });

  it('finds out that it is the microphone that is missing, and lets the camera go', async () => {
    const given: MediaStream[] = [];
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((asked = {}) => {
      if (asked.audio !== undefined) return Promise.reject(new DOMException('none', 'NotFoundError'));
      const stream = fakeStream(asked);
      given.push(stream);
      return Promise.resolve(stream);
    });
    await expect(openCamera({ ...ANY, wantMicrophone: true })).rejects.toMatchObject({
      code: 'microphone-missing',
    });
    expect(given.flatMap((stream) => stream.getTracks()).map((track) => track.readyState)).toEqual(['ended']);
  });
});

describe('watchCamera', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function watched() {
    const [track] = fakeStream({ video: true }).getVideoTracks();
    if (track === undefined) throw new Error('no track');
    const watch = watchCamera(track);
    const lost = vi.fn();
    watch.onLost(lost);
    return { track, watch, lost };
  }

  it('hears that the device ended, once', () => {
    const { track, watch, lost } = watched();
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));
    expect(lost).toHaveBeenCalledTimes(1);
    watch.dispose();
  });

  it('misses pictures that cease without an event', () => {
    const { watch, lost } = watched();
    for (let time = 0; time < 5000; time += 100) {
      watch.notePicture();
      vi.advanceTimersByTime(100);
    }
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2500);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1500);
    expect(lost).toHaveBeenCalledTimes(1);
    watch.dispose();
  });

  it('does not wait for pictures before the first', () => {
    const { watch, lost } = watched();
    vi.advanceTimersByTime(60_000);
    expect(lost).not.toHaveBeenCalled();
    watch.dispose();
  });

  it('forgives a page in the background, and counts anew when it returns', () => {
    const { watch, lost } = watched();
    watch.notePicture();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.advanceTimersByTime(60_000);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(2500);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1500);
    expect(lost).toHaveBeenCalledTimes(1);
    watch.dispose();
  });

  it('forgives a short mute and not a long one', () => {
    const { track, watch, lost } = watched();
    const muted = vi.spyOn(track, 'muted', 'get').mockReturnValue(true);
    track.dispatchEvent(new Event('mute'));
    vi.advanceTimersByTime(2000);
    muted.mockReturnValue(false);
    track.dispatchEvent(new Event('unmute'));
    vi.advanceTimersByTime(10_000);
    expect(lost).not.toHaveBeenCalled();
    muted.mockReturnValue(true);
    track.dispatchEvent(new Event('mute'));
    vi.advanceTimersByTime(4000);
    expect(lost).toHaveBeenCalledTimes(1);
    watch.dispose();
  });

  it('says nothing after it is disposed', () => {
    const { track, watch, lost } = watched();
    watch.dispose();
    track.dispatchEvent(new Event('ended'));
    expect(lost).not.toHaveBeenCalled();
  });
});
