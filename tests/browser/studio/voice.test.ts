/** A voice lies in the film where it was spoken. */
import { afterEach, expect, it, vi } from 'vitest';
import { toSeconds } from '../../../src/core/time';
import { addVoice } from '../../../src/project/edits/change-voice';
import { sweepVoices } from '../../../src/studio/sweep-voices';
import { decodeSound } from '../../../src/media/decode-sound';
import { frame, openEditor, squats } from './editor-rig';

/** Clocks of the page, the loudspeaker and the microphone agree to within so many seconds: two frames. */
const TOLERANCE = 0.067;

afterEach(() => vi.restoreAllMocks());

/** A microphone that hears a tone when it is told to. */
function fakeMicrophone(): { speak: () => void; close: () => Promise<void> } {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const gain = context.createGain();
  gain.gain.value = 0;
  const tone = context.createOscillator();
  tone.frequency.value = 700;
  tone.connect(gain).connect(destination);
  tone.start();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(() =>
    Promise.resolve(destination.stream.clone()),
  );
  return {
    speak: () => gain.gain.setValueAtTime(0.5, context.currentTime),
    close: () => context.close(),
  };
}

it.skipIf(squats === null)(
  'is recorded from the playhead on, and heard where it was spoken',
  async () => {
    const { editor, storage, project } = await openEditor();
    const microphone = fakeMicrophone();
    editor.seek(frame(30));
    await editor.startVoice();
    expect(editor.store.getState()).toMatchObject({ recording: true, playing: true });
    const spokenAt = await new Promise<number>((resolve) => {
      const stop = editor.onTime((time) => {
        if (toSeconds(time) < 2) return;
        stop();
        microphone.speak();
        resolve(toSeconds(time));
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await editor.stopVoice();
    await microphone.close();
    const voice = project().tracks.find(({ kind }) => kind === 'voice')?.items[0];
    if (voice === undefined || !('from' in voice) || voice.from.kind !== 'recording')
      throw new Error('There is no voice.');
    expect(voice.start).toBe(frame(30));
    expect(editor.store.getState()).toMatchObject({ recording: false, playing: false, selectedId: voice.id });
    const { channels, sampleRate } = await decodeSound(await storage.songs.file(voice.from.id));
    const onset = (channels[0] ?? new Float32Array()).findIndex((sample) => Math.abs(sample) > 0.1);
    expect(onset).toBeGreaterThan(0);
    const heardAt = 1 + onset / sampleRate;
    expect(Math.abs(heardAt - spokenAt)).toBeLessThan(TOLERANCE);
    // It is no song to dance to.
    expect(await storage.songs.list()).toEqual([]);
    editor.undo();
    expect(project().tracks.some(({ kind, items }) => kind === 'voice' && items.length > 0)).toBe(false);
  },
  60_000,
);

it.skipIf(squats === null)('that may not be recorded says why, and the film stays as it was', async () => {
  const { editor, project } = await openEditor();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(
    new DOMException('no', 'NotAllowedError'),
  );
  const before = project();
  await expect(editor.startVoice()).rejects.toMatchObject({ code: 'microphone-denied' });
  expect(project()).toBe(before);
  expect(editor.store.getState()).toMatchObject({ recording: false, playing: false });
});

it('that no film has any more is thrown away a day later, and one that a film has is kept', async () => {
  const { storage, projectId } = await openEditor();
  const voice = (id: string, createdAt: number) =>
    storage.songs.importFile(
      {
        id,
        name: 'voice',
        createdAt,
        mimeType: 'audio/wav',
        duration: 1,
        bpm: null,
        firstBeat: null,
        bytes: 0,
        role: 'voice',
      },
      new Blob(['sound']),
    );
  const now = Date.now();
  const day = 24 * 60 * 60 * 1000;
  await voice('used', now - 2 * day);
  await voice('forgotten', now - 2 * day);
  await voice('fresh', now);
  const project = await storage.projects.get(projectId);
  if (project === undefined) throw new Error('There is no project.');
  await storage.projects.save(addVoice(project, 'used', { start: frame(0), seconds: 1, newId: 'voice' }));
  await sweepVoices(storage, now);
  expect((await storage.songs.listVoices()).map(({ id }) => id).sort()).toEqual(['fresh', 'used']);
});
