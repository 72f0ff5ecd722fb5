import { effect, type ReadonlySignal } from '@preact/signals';
import { TAKE_OVER } from './take-over.ts';

const WORKER = '/sw.js';
const BUSY_LOCK = 'ginkgo-busy';
const CHECK_EVERY_MS = 3_600_000;
const TRY_EVERY_MS = 60_000;
/** The lock of the use that just ended is given back by then. */
const AFTER_USE_MS = 2000;

type ScriptPolicy = { readonly createScriptURL: (url: string) => string };
type TrustedTypesFactory = { readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy };

/**
 * Installs new versions in the background. One takes over only while every open screen of this browser is idle: each
 * screen in use holds a shared lock, and the update needs it alone. Then every screen loads anew, once.
 */
export function watchForUpdates(options: {
  readonly isIdle: ReadonlySignal<boolean>;
  /** Looks for a new version whenever this becomes connected. */
  readonly connection?: ReadonlySignal<{ readonly is: string }>;
}): void {
  if (!('serviceWorker' in navigator)) return;
  holdWhileBusy(options.isIdle);
  reloadOnceIdle(options.isIdle);
  navigator.serviceWorker
    .register(workerUrl(), { updateViaCache: 'none' })
    .then((registration) => follow(registration, options))
    // Private windows and full disks have no worker; the screen works all the same, only not after a restart offline.
    .catch(() => undefined);
}

function follow(
  registration: ServiceWorkerRegistration,
  { isIdle, connection }: Parameters<typeof watchForUpdates>[0],
): void {
  const look = () => void registration.update().catch(() => undefined);
  setInterval(look, CHECK_EVERY_MS);
  addEventListener('online', look);
  effect(() => {
    if (connection?.value.is === 'connected') look();
  });
  setInterval(() => takeOverIfIdle(registration), TRY_EVERY_MS);
  effect(() => {
    if (isIdle.value) setTimeout(() => takeOverIfIdle(registration), AFTER_USE_MS);
  });
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => takeOverIfIdle(registration));
  });
}

function takeOverIfIdle({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) return;
  void navigator.locks.request(BUSY_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) waiting.postMessage(TAKE_OVER);
  });
}

function holdWhileBusy(isIdle: ReadonlySignal<boolean>): void {
  let release: (() => void) | null = null;
  effect(() => {
    release?.();
    release = isIdle.value ? null : hold();
  });
}

function hold(): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(BUSY_LOCK, { mode: 'shared' }, () => held);
  return release;
}

function reloadOnceIdle(isIdle: ReadonlySignal<boolean>): void {
  // The first worker of a fresh browser takes over a page that already is of its version.
  let sameVersion = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!sameVersion) {
      effect(() => {
        if (isIdle.value) location.reload();
      });
    }
    sameVersion = false;
  });
}

function workerUrl(): string {
  const rules = {
    createScriptURL(url: string) {
      if (url !== WORKER) throw new TypeError('No script but the service worker');
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  return (trustedTypes?.createPolicy('ginkgo', rules) ?? rules).createScriptURL(WORKER);
}
