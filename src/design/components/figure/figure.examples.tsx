import { Figure } from '#design/components/figure/figure.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import type { Example } from '#design/gallery/example.ts';

export const figureExamples: readonly Example[] = [
  {
    name: 'figure/row',
    show: () => (
      <TileGrid columns={3}>
        <Figure label="正在等候" value="12" unit="位" />
        <Figure label="平均等候" value="8.5" unit="分钟" note="今天 146 位" />
        <Figure label="满意" value="96.2" unit="%" note="88 次评价，58 位没有评价" />
      </TileGrid>
    ),
  },
];
