import { type Contact, createPressRules, type Miss, type Reachable } from './press-rules.ts';

const TARGETS = 'button, a, [data-press]';
/** Text fields and ink keep the browser's own touch (rule 9). */
const LEFT_ALONE = 'input, textarea, select, label, [contenteditable], [data-touch="native"]';
/** Farther targets cannot matter: 4 mm to snap, 2 mm to be the only one. */
const LOOK_AROUND_MM = 6;
const AFTER_MODAL = 'dialog:modal';

export type TouchFilterOptions = {
  /** CSS px in one mm of this panel, for example `mmInPx`. */
  readonly mmPx: () => number;
  /** A press that did nothing: say why in words. */
  readonly onMiss: (why: Miss, target: HTMLElement | null) => void;
};

/**
 * Puts the touch filter in place of the browser's click for everything inside `root`; answers how to stop.
 * A target may say `data-irreversible` (longer guard) or `data-repeat="own"` (keys of a keypad). A screen that names
 * its step in `data-step` gets the new-screen guard without further ado.
 */
export function filterTouch(root: HTMLElement, options: TouchFilterOptions): () => void {
  const rules = createPressRules<HTMLElement>(options.mmPx);
  const stop = new AbortController();
  const listen = { capture: true, signal: stop.signal };
  const watcher = new MutationObserver(() => rules.screenChanged(performance.now()));
  watcher.observe(root, { attributeFilter: ['data-step'], subtree: true, attributes: true });
  root.style.touchAction = 'none';

  root.addEventListener('pointerdown', (event) => press(root, rules, options, event), listen);
  const document = root.ownerDocument;
  document.addEventListener('pointerup', (event) => release(rules, options, event), listen);
  document.addEventListener('pointercancel', (event) => drop(rules, event), listen);
  root.addEventListener('click', (event) => guardClick(rules, event), listen);
  root.addEventListener('keydown', swallowHeldKey, listen);

  return () => {
    stop.abort();
    watcher.disconnect();
    root.style.touchAction = '';
  };
}

type Rules = ReturnType<typeof createPressRules<HTMLElement>>;

function press(root: HTMLElement, rules: Rules, options: TouchFilterOptions, event: PointerEvent): void {
  if (!isFinger(event) || !(event.target instanceof Element)) return;
  if (event.target.closest(LEFT_ALONE)) return;
  const direct = event.target.closest<HTMLElement>(TARGETS);
  const nearby = direct ? [] : targetsAround(root, event, options.mmPx() * LOOK_AROUND_MM);
  const pressed = rules.down(contactOf(event), direct && reachable(direct), nearby);
  if (pressed) pressed.dataset['pressed'] = String(event.pointerId);
}

function release(rules: Rules, { onMiss }: TouchFilterOptions, event: PointerEvent): void {
  if (!isFinger(event)) return;
  const verdict = rules.up(contactOf(event));
  unpress(event.pointerId);
  if (verdict.is === 'miss') onMiss(verdict.why, verdict.target);
  if (verdict.is === 'activate' && verdict.target.isConnected) verdict.target.click();
}

function drop(rules: Rules, event: PointerEvent): void {
  if (isFinger(event) && rules.cancel(event.pointerId)) unpress(event.pointerId);
}

function unpress(pointer: number): void {
  for (const pressed of document.querySelectorAll<HTMLElement>(`[data-pressed="${pointer}"]`)) {
    delete pressed.dataset['pressed'];
  }
}

/** A touch's own click is swallowed; a mouse and a key keep theirs, but not twice at once. */
function guardClick(rules: Rules, event: MouseEvent): void {
  if (!event.isTrusted || !(event.target instanceof Element)) return;
  const target = event.target.closest<HTMLElement>(TARGETS);
  if (!target) return;
  const fromFinger = 'pointerType' in event && event.pointerType === 'touch';
  const secondOfDouble = event.detail > 1 && target.dataset['repeat'] !== 'own';
  const mayAct = !fromFinger && !secondOfDouble && rules.click(reachable(target), event.timeStamp);
  if (mayAct) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A held key acts once (VVSG 7.2-M). */
function swallowHeldKey(event: KeyboardEvent): void {
  if (event.repeat && event.target instanceof Element && event.target.closest(TARGETS))
    event.preventDefault();
}

function isFinger(event: PointerEvent): boolean {
  return event.pointerType === 'touch';
}

function contactOf(event: PointerEvent): Contact {
  return { pointer: event.pointerId, x: event.clientX, y: event.clientY, at: event.timeStamp };
}

function reachable(target: HTMLElement): Reachable<HTMLElement> {
  return {
    target,
    box: target.getBoundingClientRect(),
    disabled: target.matches(':disabled, [aria-disabled="true"]'),
    irreversible: 'irreversible' in target.dataset,
    ownRepeat: target.dataset['repeat'] === 'own',
  };
}

function targetsAround(root: HTMLElement, { clientX, clientY }: PointerEvent, reach: number) {
  const ground = root.querySelector(AFTER_MODAL) ?? root;
  return [...ground.querySelectorAll<HTMLElement>(TARGETS)]
    .filter((target) => target.checkVisibility() && !target.closest('[inert]'))
    .map(reachable)
    .filter(
      ({ box }) =>
        clientX > box.left - reach &&
        clientX < box.right + reach &&
        clientY > box.top - reach &&
        clientY < box.bottom + reach,
    );
}
