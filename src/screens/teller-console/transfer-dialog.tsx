import { useSignal } from '@preact/signals';
import type { ServiceId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import { countersServing } from '#domain/queue/who-serves.ts';
import { ChoiceDialog } from './choice-list.tsx';
import type { ConsoleSurface } from './console-surface.ts';

type TransferProps = { readonly at: ConsoleSurface };

/** First the service, then any counter or one of those that serve it. */
export function TransferDialog({ at }: TransferProps) {
  const service = useSignal<ServiceId | null>(null);
  if (service.value === null)
    return (
      <ServiceChoice
        key="service"
        at={at}
        onService={(id) => {
          service.value = id;
        }}
      />
    );
  return (
    <CounterChoice
      key="counter"
      at={at}
      toService={service.value}
      onBack={() => {
        service.value = null;
      }}
    />
  );
}

type ServiceProps = TransferProps & { readonly onService: (id: ServiceId) => void };

function ServiceChoice({ at, onService }: ServiceProps) {
  const { words, desk, config } = at;
  const ticket = desk.called.value?.ticket;
  const { branch } = config.value;
  return (
    <ChoiceDialog
      title={titleOf(at)}
      lead={words.say('transfer-keeps')}
      backLabel={words.say('back')}
      onBack={() => {
        at.dialog.value = null;
      }}
      choices={branch.services.map((service) => ({
        key: service.id,
        label: `${service.letter} ${words.pick(service.name)}`,
        note: service.id === ticket?.service ? words.say('transfer-same') : openText(at, service.id),
        choose: () => onService(service.id),
      }))}
    />
  );
}

type CounterProps = TransferProps & { readonly toService: ServiceId; readonly onBack: () => void };

function CounterChoice({ at, toService, onBack }: CounterProps) {
  const { words, desk, config } = at;
  const { branch } = config.value;
  const service = branch.services.find(({ id }) => id === toService);
  const transfer = (toCounter: string | null) => () => {
    at.dialog.value = null;
    desk.ask({ kind: 'transfer', toService, toCounter });
  };
  const counters = countersServing(branch, toService).map(({ id, label }) => ({
    key: id,
    label: words.say('counter', { label }),
    note: words.say(`status-${counterOf(desk.day.value, id).status}`),
    choose: transfer(id),
  }));
  return (
    <ChoiceDialog
      title={titleOf(at)}
      lead={service && words.pick(service.name)}
      backLabel={words.say('back')}
      onBack={onBack}
      choices={[
        {
          key: '',
          label: words.say('transfer-any'),
          note: openText(at, toService),
          choose: transfer(null),
        },
        ...counters,
      ]}
    />
  );
}

function titleOf({ words, desk }: ConsoleSurface): string {
  return words.say('transfer-title', { number: desk.called.value?.ticket.number ?? '' });
}

function openText({ words, desk, config }: ConsoleSurface, service: ServiceId): string {
  const open = countersServing(config.value.branch, service).filter(
    ({ id }) => counterOf(desk.day.value, id).status === 'open',
  );
  return words.say('open-counters', { count: open.length });
}
