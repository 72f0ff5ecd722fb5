import type { Language } from '#platform/i18n/wording.ts';
import type { CounterShown, ServiceShown } from './board-view.ts';
import { Both, sayBoth } from './both.tsx';
import './counter-panel.css';

type CounterProps = { readonly counter: CounterShown };

/** What a counter does now, and the letters it serves. */
export function CounterLine({ counter }: CounterProps) {
  const { label, services, state } = counter;
  return (
    <div class="call-board-counter" data-state={state.is}>
      <span class="call-board-counter-label">{sayBoth('label', { label })['zh-CN']}</span>
      <span class="call-board-counter-state">
        <Both words={sayBoth(state.is)} />
        {state.is === 'serving' && <span class="call-board-counter-number">{state.number}</span>}
      </span>
      <span class="call-board-letters">
        {services.map((service) => (
          <span key={service.id} class="call-board-letter">
            {service.letter}
          </span>
        ))}
      </span>
    </div>
  );
}

type ServiceProps = { readonly service: ServiceShown; readonly language: Language };

/** Names are too long for two languages side by side: they take turns, the letter and the count stay. */
export function ServiceCell({ service, language }: ServiceProps) {
  return (
    <div class="call-board-service" lang={language}>
      <span class="call-board-letter">{service.letter}</span>
      <span class="call-board-service-name">{service.name[language]}</span>
      <span class="call-board-service-count">{sayBoth('people', { count: service.waiting })[language]}</span>
    </div>
  );
}
