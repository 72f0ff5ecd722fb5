import { Button } from '#design/components/button/button.tsx';
import { ChoiceCard } from '#design/components/choice-card/choice-card.tsx';
import { TileGrid } from '#design/components/tile-grid/tile-grid.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import { type Offer, offersPage } from './offers.ts';
import { openingWords } from './opening-words.ts';
import { serviceIcon } from './service-icon.ts';
import type { StepProps } from './step-props.ts';

type ServicesProps = StepProps & { readonly page: number };

export function ServicesStep({ kiosk, wording, page: wanted }: ServicesProps) {
  const { say } = wording;
  const size = kiosk.modes.size.value;
  const { offers, page, pages } = offersPage(
    kiosk.offers.value,
    { size, language: wording.language.value },
    wanted,
  );
  const isElder = size === 'elder';
  return (
    <KioskFrame
      kiosk={kiosk}
      wording={wording}
      title={say('choose-service')}
      subtitle={pages > 1 && say('page', { page: page + 1, pages })}
      onBack={kiosk.back}
      foot={pages > 1 && <PageButton kiosk={kiosk} wording={wording} page={page} pages={pages} />}
    >
      <TileGrid columns={isElder ? 1 : 2} fill class="kiosk-services">
        {offers.map((offer) => (
          <OfferTile key={offer.service.id} kiosk={kiosk} wording={wording} offer={offer} />
        ))}
        {isElder && <ChoiceCard icon="person" title={say('not-sure')} onPress={kiosk.askHelp} />}
      </TileGrid>
    </KioskFrame>
  );
}

function OfferTile({ kiosk, wording, offer }: StepProps & { readonly offer: Offer }) {
  const { say, pick } = wording;
  const { service, state, waiting } = offer;
  const isElder = kiosk.modes.size.value === 'elder';
  const papers = say('bring', { papers: pick(service.bring) });
  const people = say(waiting === 0 ? 'waiting-nobody' : 'waiting', { count: waiting });
  return (
    <ChoiceCard
      icon={serviceIcon(service)}
      title={pick(service.name)}
      description={pick(service.purpose)}
      notes={isElder ? [] : state.open ? [papers, people] : [papers]}
      disabledReason={state.open ? undefined : openingWords(kiosk.moment.value, state, wording)}
      onPress={() => void kiosk.chooseService(service.id)}
    />
  );
}

type PageProps = StepProps & { readonly page: number; readonly pages: number };

function PageButton({ kiosk, wording, page, pages }: PageProps) {
  const isLast = page === pages - 1;
  const turn = () => kiosk.turnTo(isLast ? 0 : page + 1);
  return (
    <Button icon={isLast ? 'repeat' : 'next'} onPress={turn}>
      {wording.say(isLast ? 'first-services' : 'more-services')}
    </Button>
  );
}
