/** Firefox as a person has it, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi), on a screen that nobody sees. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

const FIREFOX = ['firefox-esr', 'firefox'].find((name) => spawnSync(name, ['--version']).error === undefined);

/** Whether Firefox and a virtual screen are installed here. */
export const hasFirefox = FIREFOX !== undefined && spawnSync('xvfb-run', ['--help']).error === undefined;

/** Nothing leaves the machine, nothing is asked, sound plays without a tap. */
const PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.useDownloadDir': true,
  'browser.download.folderList': 2,
  'browser.download.alwaysOpenPanel': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'extensions.update.enabled': false,
  'media.autoplay.default': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'privacy.trackingprotection.enabled': false,
};

const STARTING_MS = 60_000;
const STEP_MS = 60_000;
const LOOK_EVERY_MS = 200;

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** One window of Firefox; whoever opens it closes it. */
export class FirefoxPage {
  #lastId = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #context = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: WebSocket,
    private readonly folder: string,
    /** Where downloads go. */
    readonly downloads: string,
  ) {
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** @throws Error when Firefox does not start */
  static async open(size: { width: number; height: number }): Promise<FirefoxPage> {
    const folder = mkdtempSync(join(tmpdir(), 'fifteen-firefox-'));
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    const preferences = { ...PREFERENCES, 'browser.download.dir': downloads };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(folder, 'user.js'), lines.join('\n'));
    const screen = `-screen 0 ${size.width}x${size.height + 200}x24`;
    const process = spawn(
      'xvfb-run',
      [
        ...['-a', '-s', screen, FIREFOX ?? '', '--remote-debugging-port=0', '--no-remote'],
        ...['--profile', folder, '--width', String(size.width), '--height', String(size.height + 100)],
        'about:blank',
      ],
      // A group of its own, so that screen and browser end together.
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    try {
      const address = await addressOf(process);
      const socket = new WebSocket(`${address}/session`);
      await new Promise<void>((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
      });
      const page = new FirefoxPage(process, socket, folder, downloads);
      await page.#begin();
      return page;
    } catch (error) {
      endGroup(process);
      throw error;
    }
  }

  async #begin(): Promise<void> {
    await this.#send('session.new', { capabilities: {} });
    const { contexts } = await this.#send('browsingContext.getTree', {});
    const [first] = contexts as readonly { context: string }[];
    this.#context = first?.context ?? '';
  }

  async goto(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  /** @param expression JavaScript in the page; its value must be JSON */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    const { type, result, exceptionDetails } = answer as {
      type: string;
      result?: { value?: string };
      exceptionDetails?: { text: string };
    };
    if (type !== 'success') throw new Error(`${expression}: ${exceptionDetails?.text ?? type}`);
    return (result?.value === undefined ? undefined : JSON.parse(result.value)) as Value;
  }

  /** Looks again and again. @throws Error after `ms` */
  async waitFor(expression: string, ms = STEP_MS): Promise<void> {
    const end = Date.now() + ms;
    while (!(await this.evaluate<boolean>(`Boolean(${expression})`))) {
      if (Date.now() > end) {
        const text = await this.evaluate<string>('document.body.innerText.slice(0, 600)');
        throw new Error(`Not within ${ms} ms: ${expression}. The page says: ${text}`);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** Presses the middle of the first element that a name or a text fits. */
  async click(selector: string, name: string): Promise<void> {
    const found = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((element) =>
      element.checkVisibility() && [element.getAttribute('aria-label'), element.textContent.trim()].some((text) => text?.startsWith(${JSON.stringify(name)})))`;
    await this.waitFor(`${found} && !${found}.disabled`);
    const { x, y } = await this.evaluate<{ x: number; y: number }>(
      `(() => { const element = ${found}; element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; })()`,
    );
    await this.#send('input.performActions', {
      context: this.#context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }

  /** Chooses a file in the first file field. */
  async chooseFile(path: string): Promise<void> {
    await this.waitFor(`document.querySelector('input[type=file]')`);
    const { nodes } = await this.#send('browsingContext.locateNodes', {
      context: this.#context,
      locator: { type: 'css', value: 'input[type=file]' },
    });
    const [node] = nodes as readonly { sharedId: string }[];
    await this.#send('input.setFiles', {
      context: this.#context,
      element: { sharedId: node?.sharedId },
      files: [path],
    });
  }

  /** A picture of the page as far as it can be scrolled. */
  async screenshot(path: string): Promise<void> {
    const { data } = await this.#send('browsingContext.captureScreenshot', {
      context: this.#context,
      origin: 'document',
    });
    writeFileSync(path, Buffer.from(String(data), 'base64'));
  }

  close(): void {
    this.socket.close();
    endGroup(this.process);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #send(
    method: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ type, result = {}, message = '' }) => {
        this.#waiting.delete(id);
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${message}`));
      });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${log}`)), STARTING_MS);
    stderr?.on('data', (data: Buffer) => {
      log += data.toString();
      const [, address] = /BiDi listening on (ws:\/\/\S+)/.exec(log) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
