/** Keeps the panel lit while the page is seen; asks again after the page was hidden. Answers how to stop. */
export function keepAwake(page: Document = document): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let lock: WakeLockSentinel | null = null;
  const ask = () => {
    if (page.visibilityState !== 'visible') return;
    navigator.wakeLock.request('screen').then(
      (granted) => {
        lock = granted;
      },
      // Refused on battery or by policy: the panel's own settings decide, nothing here can.
      () => {},
    );
  };
  ask();
  page.addEventListener('visibilitychange', ask);
  return () => {
    page.removeEventListener('visibilitychange', ask);
    lock?.release().catch(() => {});
  };
}
