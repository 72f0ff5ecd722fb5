/** First part of a screen's address, and the folder its page is built from. */
const PAGES: Readonly<Record<string, string>> = {
  kiosk: 'kiosk',
  pad: 'rating-pad',
  counter: 'teller-console',
  board: 'call-board',
  pairing: 'pairing',
};

/** The built page behind an address; `null`: no screen lives there. */
export function pageFor(pathname: string): string | null {
  const [, screen = '', rest = ''] = pathname.split('/');
  const folder = Object.hasOwn(PAGES, screen) && rest === '' ? PAGES[screen] : undefined;
  return folder === undefined ? null : `/${folder}/index.html`;
}

export function isFontSlice(pathname: string): boolean {
  return /^\/fonts\/.*(wide|common)/.test(pathname);
}

/** A teller's photo out of the branch's configuration. */
export function isPhoto(pathname: string): boolean {
  return pathname.startsWith('/photos/');
}
