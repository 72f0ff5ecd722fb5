const NEVER = ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'] as const;
const ZOOM_KEYS = new Set(['Equal', 'Minus', 'Digit0', 'NumpadAdd', 'NumpadSubtract', 'Numpad0']);
/** Back, reload, print, save, find, new window: of a browser, not of a lobby. */
const BROWSER_KEYS = new Set(['KeyR', 'KeyP', 'KeyS', 'KeyF', 'KeyN', 'KeyT', 'KeyW', 'KeyU', 'KeyO']);
const BROWSER_FUNCTION_KEYS = new Set(['F3', 'F5', 'F7', 'BrowserBack', 'BrowserForward']);

/**
 * Keeps a public screen on its page: no menu, dragging, selecting, zooming or browser shortcut. What the browser
 * itself does not let go (Ctrl+W, Alt+F4) is the shell's business. Answers how to stop.
 */
export function guardPage(page: Document = document): () => void {
  const stop = new AbortController();
  const listen = { capture: true, passive: false, signal: stop.signal };
  const prevent = (event: Event) => {
    if (!isTyping(event)) event.preventDefault();
  };
  for (const kind of NEVER) page.addEventListener(kind, prevent, listen);
  page.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), listen);
  page.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), listen);
  page.addEventListener('keydown', (event) => isBrowserKey(event) && event.preventDefault(), listen);
  return () => stop.abort();
}

function isBrowserKey(event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  if (command) return ZOOM_KEYS.has(event.code) || BROWSER_KEYS.has(event.code);
  if (event.altKey) return event.code === 'ArrowLeft' || event.code === 'ArrowRight';
  return BROWSER_FUNCTION_KEYS.has(event.code);
}

function isTyping(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') !== null;
}
