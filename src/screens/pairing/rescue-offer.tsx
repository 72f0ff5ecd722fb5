import type { ReadonlySignal } from '@preact/signals';
import { Button } from '#design/components/button/button.tsx';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { type Language, wordingOf } from '#platform/i18n/wording.ts';
import type { Rescue } from './rescue.ts';

type RescueOfferProps = { readonly rescue: Rescue; readonly language: ReadonlySignal<Language> };

export function RescueOffer({ rescue, language }: RescueOfferProps) {
  const state = rescue.state.value;
  if (state === 'none') return null;
  const { say } = wordingOf(devicePhrases, language);
  return (
    <div class="pairing-rescue">
      <Button icon="transfer" wide onPress={() => void rescue.save()}>
        {say('staff-rescue')}
      </Button>
      <p role="status">{state !== 'not-asked' && say(`staff-rescue-${state}`)}</p>
    </div>
  );
}
