import { ChoiceCard } from '#design/components/choice-card/choice-card.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import type { ServiceId } from '#domain/id.ts';
import { askedClass, unaskedClass } from './intent.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import type { StepProps } from './step-props.ts';

type QuestionProps = StepProps & { readonly service: ServiceId };

/** One respectful question, no proof asked, both answers of equal weight. */
export function QuestionStep({ kiosk, wording, service: id }: QuestionProps) {
  const { say, pick } = wording;
  const { branch } = kiosk.config.value;
  const asked = askedClass(branch);
  const service = branch.services.find((one) => one.id === id);
  const isElder = kiosk.modes.size.value === 'elder';
  return (
    <KioskFrame
      kiosk={kiosk}
      wording={wording}
      title={service && pick(service.name)}
      onBack={kiosk.back}
      align="center"
    >
      {!isElder && service && <Notice icon="id-card">{say('bring', { papers: pick(service.bring) })}</Notice>}
      <p class="kiosk-question">{asked?.question && pick(asked.question)}</p>
      <TileGrid columns={isElder ? 1 : 2} class="kiosk-answers">
        <ChoiceCard
          icon="people"
          title={say('question-no')}
          onPress={() => void kiosk.answer(unaskedClass(branch))}
        />
        <ChoiceCard
          icon="leaf"
          title={say('question-yes')}
          onPress={() => void kiosk.answer(asked?.id ?? unaskedClass(branch))}
        />
      </TileGrid>
    </KioskFrame>
  );
}
