import '#design/tokens/tokens.css';
import { render } from 'preact';
import { Gallery } from '#design/gallery/gallery.tsx';
import { applyQueryModes } from '#design/gallery/query-modes.ts';

const screen = document.querySelector('#screen');
applyQueryModes(location.search, document.documentElement);
if (screen) render(<Gallery only={new URLSearchParams(location.search).get('only') ?? undefined} />, screen);
