/** Runs work of one pad so that no two tabs do it at once. Where the browser has no locks there is only this tab's order. */
export type Exclusively = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function oneTabAtATime(device: string): Exclusively {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? (work) => locks.request(`ginkgo-pad-${device}`, work) : inOrder();
}

/** One after the other within this tab. */
export function inOrder(): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
