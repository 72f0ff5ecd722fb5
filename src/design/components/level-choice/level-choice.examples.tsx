import { LevelChoice, LevelRow } from '#design/components/level-choice/level-choice.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;
const words = { 5: '非常满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' } as const;
const levels = [5, 4, 3, 2, 1] as const;

export const levelChoiceExamples: readonly Example[] = [
  {
    name: 'level-choice/row',
    show: () => (
      <LevelRow label="今天的服务怎么样？">
        {levels.map((level) => (
          <LevelChoice key={level} level={level} word={words[level]} onPress={press} />
        ))}
      </LevelRow>
    ),
  },
  {
    name: 'level-choice/selected',
    show: () => (
      <LevelRow label="今天的服务怎么样？">
        {levels.map((level) => (
          <LevelChoice key={level} level={level} word={words[level]} selected={level === 4} onPress={press} />
        ))}
      </LevelRow>
    ),
  },
];
