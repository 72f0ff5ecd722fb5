import { CallCard } from '#design/components/call-card/call-card.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import type { Example } from '#design/gallery/example.ts';

export const callCardExamples: readonly Example[] = [
  {
    name: 'call-card/board',
    show: () => (
      <TileGrid columns={2}>
        <CallCard number="A017" place="3 号窗口" fresh />
        <CallCard number="V003" place="贵宾室" />
        <CallCard number="B021" place="1 号窗口" note="请带好证件" />
      </TileGrid>
    ),
  },
  { name: 'call-card/large', show: () => <CallCard number="A017" place="3 号窗口" size="large" fresh /> },
];
