/** Type-checks each of the four worlds with its own library: pure, page, worker, tools. */
import { spawn } from 'node:child_process';

const worlds = ['pure', 'app', 'worker', 'tools'];
const codes = await Promise.all(
  worlds.map(
    (world) =>
      new Promise<number>((resolve) => {
        const compiler = spawn('npx', ['tsc', '--pretty', '-p', `tsconfig.${world}.json`], {
          stdio: 'inherit',
        });
        compiler.on('close', (code) => resolve(code ?? 1));
      }),
  ),
);
process.exit(codes.some((code) => code !== 0) ? 1 : 0);
