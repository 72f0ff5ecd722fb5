import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Configuration } from './config/configuration.ts';
import { type Environment, readEnvironment } from './config/environment.ts';
import { createLog } from './log.ts';
import { OPERATOR_COMMANDS, runOperatorCommand } from './operator-cli.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { copyDatabase, type VerifiedCopy } from './store/copy-database.ts';

type CopyOrder = { readonly from: string; readonly to: string };

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);

if (isMainThread) void main(process.argv.slice(2));
else copyInThisThread(workerData as CopyOrder);

async function main(words: readonly string[]): Promise<void> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) return giveUp(environment.refusal);
  if (words.length > 0) {
    const known = OPERATOR_COMMANDS.includes(words[0] ?? '') ? words : ['?'];
    process.exitCode = await runOperatorCommand(environment.value, known, print);
    return;
  }
  await serve(environment.value);
}

async function serve(environment: Environment): Promise<void> {
  process.umask(0o077);
  const log = createLog(environment.logLevel);
  const screensFolder = join(import.meta.dirname, '../screens');
  const started = await startServer({
    environment,
    log,
    now: Date.now,
    screensFolder,
    copyDatabase: copyInWorker,
  });
  if (!started.ok) return giveUp(started.refusal);
  if (!existsSync(join(screensFolder, 'kiosk/index.html'))) {
    complain(['The screens are not built: run npm run build, then start again.']);
  }
  welcome(environment, started.value);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // Should anything hang, the process still ends; everything acknowledged is on the disk already.
    setTimeout(() => process.exit(1), 5000).unref();
    started.value.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'unclean end');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function giveUp(problems: readonly string[]): void {
  complain(['Ginkgo does not start:', ...problems.map((problem) => `  ${problem}`)]);
  process.exitCode = 1;
}

/** What a newcomer needs next: one line per device to open, and who may sign in. */
function welcome(environment: Environment, { links, configuration }: RunningServer): void {
  print(`Ginkgo 银杏 is ready: ${environment.origin}`);
  if (links.length > 0) print('Open each link once, in the browser of its device:');
  const width = Math.max(0, ...links.map(({ device }) => device.length));
  for (const { device, url } of links) print(`  ${device.padEnd(width)}  ${url}`);
  for (const line of demoPins(configuration())) print(line);
}

function demoPins({ initialPins }: Configuration): readonly string[] {
  if (initialPins.length === 0) return [];
  const shown = initialPins.map(({ teller, pin }) => `${teller}/${pin}`).join('  ');
  return [`Demo tellers, 工号/PIN: ${shown}`];
}

/** Checking a copy takes seconds once the journal is large; taps must not wait for it. */
function copyInWorker(from: string, to: string): Promise<VerifiedCopy> {
  return new Promise((resolve, reject) => {
    const order: CopyOrder = { from, to };
    const worker = new Worker(new URL(import.meta.url), { workerData: order });
    worker.once('message', (outcome: VerifiedCopy) => resolve(outcome));
    worker.once('error', reject);
  });
}

function copyInThisThread({ from, to }: CopyOrder): void {
  parentPort?.postMessage(copyDatabase(from, to));
}
