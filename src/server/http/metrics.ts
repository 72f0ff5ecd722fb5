export type Metrics = {
  readonly count: (name: MetricName, labels?: Readonly<Record<string, string>>, by?: number) => void;
  readonly lines: () => readonly string[];
};

type MetricName = keyof typeof HELP;

const HELP = {
  ginkgo_requests_total: 'Answered requests by endpoint and status.',
  ginkgo_facts_total: 'Facts accepted durably.',
  ginkgo_quarantined_total: 'Facts kept aside because they could not be used.',
  ginkgo_restores_total: 'Times the database was found to have gone back in time.',
  ginkgo_backups_total: 'Backups by outcome.',
};

/** Counters since the start of the process, in Prometheus' text form. No label ever holds a person or a ticket. */
export function createMetrics(): Metrics {
  const counters = new Map<string, number>();
  return {
    count(name, labels = {}, by = 1) {
      const pairs = Object.entries(labels).map(
        ([key, value]) => `${key}="${value.replaceAll(/["\\\n]/g, '_')}"`,
      );
      const key = pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
      counters.set(key, (counters.get(key) ?? 0) + by);
    },
    lines: () =>
      Object.entries(HELP).flatMap(([name, help]) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} counter`,
        ...[...counters]
          .filter(([key]) => key.split('{')[0] === name)
          .map(([key, value]) => `${key} ${value}`),
      ]),
  };
}
