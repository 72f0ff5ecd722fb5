import { Button } from '#design/components/button/button.tsx';
import { ChoiceCard } from '#design/components/choice-card/choice-card.tsx';
import { ConnectionLine } from '#design/components/connection-line/connection-line.tsx';
import { LevelChoice, LevelRow } from '#design/components/level-choice/level-choice.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { TicketNumber } from '#design/components/ticket-number/ticket-number.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;
const frame = {
  topStart: (
    <Button icon="text-size" onPress={press}>
      {'大字版'}
    </Button>
  ),
  topEnd: (
    <Button icon="globe" lang="en" onPress={press}>
      {'English'}
    </Button>
  ),
  bottomStart: (
    <Button icon="back" onPress={press}>
      {'返回'}
    </Button>
  ),
  bottomEnd: (
    <Button icon="help" onPress={press}>
      {'叫人帮忙'}
    </Button>
  ),
} as const;

export const screenFrameExamples: readonly Example[] = [
  {
    name: 'screen-frame/choices',
    alone: true,
    show: () => (
      <ScreenFrame
        {...frame}
        title="要办什么？"
        bottomCenter={<ConnectionLine state="connected">{'已连接'}</ConnectionLine>}
      >
        <TileGrid columns={2} fill>
          <ChoiceCard icon="cash" badge="A" title="取钱存钱" notes={['前面 3 位']} onPress={press} />
          <ChoiceCard icon="card" badge="B" title="银行卡" notes={['不用等']} onPress={press} />
          <ChoiceCard icon="company" badge="C" title="公司的业务" notes={['前面 1 位']} onPress={press} />
          <ChoiceCard icon="question" title="不知道选哪个" notes={['工作人员来帮您']} onPress={press} />
        </TileGrid>
      </ScreenFrame>
    ),
  },
  {
    name: 'screen-frame/ticket',
    alone: true,
    show: () => (
      <ScreenFrame {...frame} title="票从下面出来" align="center">
        <TicketNumber number="A017" label="您的号" note="取钱存钱" />
        <p class="text-l">{'前面还有 3 位，大约 10–15 分钟'}</p>
      </ScreenFrame>
    ),
  },
  {
    name: 'screen-frame/levels',
    alone: true,
    show: () => (
      <ScreenFrame
        {...frame}
        topStart={undefined}
        topEnd={undefined}
        title="今天的服务怎么样？"
        align="center"
      >
        <LevelRow label="今天的服务怎么样？">
          <LevelChoice level={5} word="非常满意" onPress={press} />
          <LevelChoice level={4} word="满意" onPress={press} />
          <LevelChoice level={3} word="一般" onPress={press} />
          <LevelChoice level={2} word="不满意" onPress={press} />
          <LevelChoice level={1} word="很不满意" onPress={press} />
        </LevelRow>
      </ScreenFrame>
    ),
  },
];
