import { ChoiceCard } from '#design/components/choice-card/choice-card.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const choiceCardExamples: readonly Example[] = [
  {
    name: 'choice-card/tiles',
    show: () => (
      <TileGrid columns={2}>
        <ChoiceCard
          icon="cash"
          badge="A"
          title="取钱存钱"
          description="现金、存折、大额取款"
          notes={['前面 3 位', '大约 10–15 分钟']}
          onPress={press}
        />
        <ChoiceCard
          icon="card"
          badge="B"
          title="银行卡"
          description="开卡、挂失、改密码"
          notes={['不用等']}
          onPress={press}
        />
        <ChoiceCard
          icon="company"
          badge="C"
          title="公司的业务"
          disabledReason="今天下午四点已停止"
          onPress={press}
        />
        <ChoiceCard
          icon="question"
          title="不知道选哪个"
          description="工作人员来帮您"
          emphasis
          onPress={press}
        />
      </TileGrid>
    ),
  },
];
