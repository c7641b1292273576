/** Runs the pose worker's shell; by a glob, because it is checked with the types of workers and this folder with the page's. */
import.meta.glob('../../../workers/pose.worker.ts', { eager: true });

export {};
