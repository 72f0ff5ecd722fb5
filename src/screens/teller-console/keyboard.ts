import { browserSchedule } from '#platform/lobby-mode/schedule.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { createKeyGuard, isEnter } from './key-guard.ts';
import { commandOf } from './shortcuts.ts';

/** One hand on the keypad runs the counter. Answers how to stop. */
export function listenToKeys(surface: ConsoleSurface, page: Document = document): () => void {
  const { desk } = surface;
  const stopped = new AbortController();
  const listen = { signal: stopped.signal };
  const guard = createKeyGuard({
    schedule: browserSchedule,
    now: desk.now,
    run: (code) => {
      const command = commandOf(code, desk.step.peek());
      if (command && surface.dialog.peek() === null) surface.run(command);
    },
  });
  page.addEventListener('keydown', (event) => hear(event, surface, guard.pressed), listen);
  page.addEventListener('pointerdown', desk.touched, listen);
  page.addEventListener('click', swallowDouble, { ...listen, capture: true });
  page.addEventListener('click', leaveToKeys, listen);
  return () => {
    guard.stop();
    stopped.abort();
  };
}

function hear(event: KeyboardEvent, surface: ConsoleSurface, pressed: (code: string) => void): void {
  surface.desk.touched();
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (surface.dialog.peek() !== null || isElsewhere(event)) return;
  if (isEnter(event.code)) event.preventDefault();
  pressed(event.code);
}

/** Typing, an open dialog, or Enter on a button reached by Tab: the key belongs there. */
function isElsewhere({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, dialog')) return true;
  return isEnter(code) && target.matches('button:focus-visible');
}

/** The second click of a double would hit what has just taken the place of the first: called, and finished at once. */
function swallowDouble(event: MouseEvent): void {
  if (event.detail < 2 || !(event.target instanceof Element) || !event.target.closest('button')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A button clicked with the mouse keeps no focus: the next Enter means the big button again. */
function leaveToKeys(event: MouseEvent): void {
  const byMouse = event.detail > 0;
  const active = document.activeElement;
  if (byMouse && active instanceof HTMLButtonElement && !active.closest('dialog')) active.blur();
}
