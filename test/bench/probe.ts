/** What must stand on the screen: an element of `selector` with `text` in it, in view, at least 90 % opaque. */
export type Proof = { readonly selector: string; readonly text: string };

export type Tap = {
  /** From the browser's own timestamp of `pointerdown` to the first frame in which the touched thing looks different. */
  readonly pressedMs: number | null;
  /** From `pointerup`: last strict write on disk before the screen changed; `null` when there was none. */
  readonly durableMs: number | null;
  /** From `pointerup` to the frame in which the next screen stands. */
  readonly shownMs: number;
};

export type Probe = {
  readonly ready: Promise<number>;
  readonly arm: (proof: Proof) => void;
  readonly tap: () => Promise<Tap>;
  readonly standing: (proof: Proof) => { readonly x: number; readonly y: number } | null;
  readonly until: (proof: Proof) => Promise<void>;
  readonly longTasks: () => { readonly start: number; readonly ms: number }[];
};

/** Runs inside the page before its own scripts. Self-contained: it travels as text. */
export function installProbe(first: Proof): void {
  const strictWrites: number[] = [];
  const tasks: { start: number; ms: number }[] = [];
  let down = 0;
  let up = 0;
  let pressedMs: number | null = null;
  let tapped: Promise<Tap> | null = null;

  function standing({ selector, text }: Proof): { x: number; y: number } | null {
    const wanted = new RegExp(text, 'u');
    const named = [...document.querySelectorAll(selector)].filter((each) =>
      wanted.test(each.textContent ?? ''),
    );
    const found = named.find((each) => inView(each) && opacityOf(each) >= 0.9);
    return found ? middleOf(found) : null;
  }

  function middleOf(element: Element): { x: number; y: number } {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  function inView(element: Element): boolean {
    const { x, y } = middleOf(element);
    return element.clientHeight > 0 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
  }

  function opacityOf(element: Element): number {
    if (getComputedStyle(element).visibility !== 'visible') return 0;
    let opacity = 1;
    for (let each: Element | null = element; each; each = each.parentElement) {
      opacity *= Number(getComputedStyle(each).opacity);
    }
    return opacity;
  }

  /** The time at which the frame in which `holds` was true has been handed on. */
  function frameWhen(holds: () => boolean): Promise<number> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return void requestAnimationFrame(look);
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => {
          resolve(performance.now());
          // An open port is kept for ever, and memory is measured.
          drawn.port1.close();
        };
        drawn.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  }

  function looks(element: Element): string {
    const own = getComputedStyle(element);
    return [
      own.backgroundColor,
      own.transform,
      own.translate,
      own.scale,
      own.boxShadow,
      own.filter,
      own.opacity,
      own.borderColor,
      own.color,
    ].join();
  }

  function watchPress(touched: Element): void {
    const parts = [touched, ...touched.querySelectorAll('*')].slice(0, 12);
    const before = parts.map(looks).join();
    const pressedAt = down;
    pressedMs = null;
    void frameWhen(() => parts.map(looks).join() !== before || up >= pressedAt).then((at) => {
      if (up < pressedAt) pressedMs = at - pressedAt;
    });
  }

  async function follow(proof: Proof): Promise<Tap> {
    const shown = await frameWhen(() => standing(proof) !== null);
    const written = strictWrites.filter((at) => at >= up && at <= shown).at(-1);
    return { pressedMs, durableMs: written === undefined ? null : written - up, shownMs: shown - up };
  }

  addEventListener(
    'pointerdown',
    (event) => {
      down = event.timeStamp;
      const element = event.target as Element;
      watchPress(element.closest('button, [role=button], a') ?? element);
    },
    true,
  );
  addEventListener(
    'pointerup',
    (event) => {
      up = event.timeStamp;
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ start: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });

  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function watched(...args) {
    const opened = transaction.apply(this, args);
    if (opened.mode === 'readwrite' && opened.durability === 'strict') {
      opened.addEventListener('complete', () => {
        strictWrites.push(performance.now());
        // What the probe keeps must not grow: memory is measured.
        if (strictWrites.length > 20) strictWrites.shift();
      });
    }
    return opened;
  };

  const probe: Probe = {
    ready: frameWhen(() => standing(first) !== null),
    standing,
    until: async (proof) => {
      await frameWhen(() => standing(proof) !== null);
    },
    arm: (proof) => {
      if (standing(proof)) throw new Error(`already there before the tap: ${proof.text}`);
      tapped = follow(proof);
    },
    tap: () => tapped ?? Promise.reject(new Error('not armed')),
    longTasks: () => tasks,
  };
  Object.assign(globalThis, { ginkgoBench: probe });
}
