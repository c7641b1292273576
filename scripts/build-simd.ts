/** Compiles `src/export/picture/simd/to-i420.as.ts` to WebAssembly, kept as text in `to-i420-wasm.ts` beside it. Run it after a change there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import asc from 'assemblyscript/asc';

const folder = resolve(import.meta.dirname, '../src/export/picture/simd');

/** The module's bytes. @throws Error with the compiler's words */
export async function compileSimd(): Promise<Uint8Array> {
  const source = readFileSync(resolve(folder, 'to-i420.as.ts'), 'utf8');
  let binary: Uint8Array | null = null;
  const words = asc.createMemoryStream();
  const { error } = await asc.main(
    [
      ...['to-i420.ts', '--outFile', 'to-i420.wasm', '-O3', '--runtime', 'stub'],
      ...['--enable', 'simd', '--use', 'abort=', '--initialMemory', '1'],
    ],
    {
      readFile: (name) => (name === 'to-i420.ts' ? source : null),
      writeFile(name, contents) {
        if (name.endsWith('.wasm') && typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
      stderr: words,
    },
  );
  if (error !== null || binary === null) throw new Error(words.toString(), { cause: error });
  return binary;
}

/** The file that holds them. */
export function simdModuleText(bytes: Uint8Array): string {
  return `/** Made by \`npx tsx scripts/build-simd.ts\` from \`to-i420.as.ts\`; a test holds the two together. */
export const TO_I420_WASM =
  '${Buffer.from(bytes).toString('base64')}';
`;
}

if (import.meta.filename === process.argv[1]) {
  const path = resolve(folder, 'to-i420-wasm.ts');
  writeFileSync(path, simdModuleText(await compileSimd()));
  console.log(`Built ${path}`);
}
