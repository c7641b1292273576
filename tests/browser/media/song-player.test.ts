import { afterEach, expect, it } from 'vitest';
import { createPcm, type Pcm } from '../../../src/media/pcm';
import { createSongPlayer, type SongPlayer } from '../../../src/media/song-player';

const players: SongPlayer[] = [];

function playerOf(pcm: Pcm): SongPlayer {
  const player = createSongPlayer(pcm);
  players.push(player);
  return player;
}

function quietSong(seconds: number): Pcm {
  return createPcm(48_000, 2, Math.round(seconds * 48_000));
}

const now = (player: SongPlayer): number => player.songTimeAt(performance.now());

/** Waits on the player's own clock. */
async function reach(player: SongPlayer, songTime: number): Promise<void> {
  while (now(player) < songTime) await new Promise((resolve) => setTimeout(resolve, 5));
}

afterEach(() => {
  for (const player of players.splice(0)) player.dispose();
});

it('runs song time at the pace of the page clock', async () => {
  const player = playerOf(quietSong(5));
  await player.start(1);
  await reach(player, 1.2);
  const from = { page: performance.now(), song: now(player) };
  await reach(player, 1.8);
  const to = { page: performance.now(), song: now(player) };
  expect(Math.abs((to.page - from.page) / 1000 - (to.song - from.song))).toBeLessThan(0.06);
});

it('answers for moments before and after now on one straight line', async () => {
  const player = playerOf(quietSong(5));
  await player.start(0);
  await reach(player, 0.4);
  const page = performance.now();
  const here = player.songTimeAt(page);
  expect(player.songTimeAt(page - 100)).toBeCloseTo(here - 0.1, 1);
  expect(player.songTimeAt(page + 100)).toBeCloseTo(here + 0.1, 1);
});

it('counts in through negative song time', async () => {
  const player = playerOf(quietSong(2));
  await player.start(-0.4, [
    { songTime: -0.4, accent: true },
    { songTime: -0.2, accent: false },
  ]);
  const first = now(player);
  expect(first).toBeGreaterThanOrEqual(-0.4);
  expect(first).toBeLessThan(0);
  expect(player.playing).toBe(true);
  await reach(player, 0.1);
});

it('freezes on pause and goes on from the same instant', async () => {
  const player = playerOf(quietSong(5));
  await player.start(0);
  await reach(player, 0.3);
  player.pause();
  expect(player.playing).toBe(false);
  expect(player.paused).toBe(true);
  const frozen = now(player);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(now(player)).toBe(frozen);
  player.resume();
  expect(player.playing).toBe(true);
  expect(now(player)).toBeGreaterThanOrEqual(frozen);
  expect(now(player)).toBeLessThan(frozen + 0.05);
  await reach(player, frozen + 0.2);
});

it('says once that the song ended, and does not begin again', async () => {
  const player = playerOf(quietSong(0.3));
  let ends = 0;
  const ended = new Promise<void>((resolve) => {
    player.onEnded(() => {
      ends += 1;
      resolve();
    });
  });
  await player.start(0);
  await ended;
  expect(player.playing).toBe(false);
  expect(now(player)).toBeCloseTo(0.3, 5);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(ends).toBe(1);
  expect(player.playing).toBe(false);
});

it('stops in silence: no end is told, and time stands', async () => {
  const player = playerOf(quietSong(0.4));
  let ends = 0;
  player.onEnded(() => (ends += 1));
  await player.start(0);
  player.stop();
  const stopped = now(player);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(now(player)).toBe(stopped);
  expect(ends).toBe(0);
});

it('restarts from anywhere; a start that was overtaken plays nothing', async () => {
  const player = playerOf(quietSong(5));
  const overtaken = player.start(0);
  const second = player.start(2);
  await Promise.all([overtaken, second]);
  await reach(player, 2.1);
  expect(now(player)).toBeLessThan(3.5);
});

it('lets go of the sound device', async () => {
  const player = playerOf(quietSong(1));
  await player.start(0);
  player.dispose();
  player.dispose();
  expect(player.playing).toBe(false);
  await player.start(0);
  expect(player.playing).toBe(false);
});

it('refuses an empty sound', () => {
  expect(() => createSongPlayer(quietSong(0))).toThrow(/at least one sample/);
});
