import { describe, expect, it } from 'vitest';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { offersOf, offersPage, pageWith } from '#screens/kiosk/offers.ts';
import { branchDouble } from '#test/doubles/config-double.ts';
import { TODAY } from '#test/doubles/device-double.ts';

const [first = branchDouble.services[0]] = branchDouble.services;
const many = Array.from({ length: 8 }, (_, place) => ({
  ...first,
  id: `s${place}`,
})) as typeof branchDouble.services;
const offers = offersOf({ ...branchDouble, services: many }, emptyDay(TODAY), { weekday: 7, minute: 720 });

describe('G9 choices on a page', () => {
  it.each([
    ['standard', 'zh-CN', 6, 2],
    ['standard', 'en', 4, 2],
    ['elder', 'zh-CN', 3, 3],
    ['elder', 'en', 3, 3],
  ] as const)('%s, %s: at most %i, all of them reached by paging', (size, language, most, pages) => {
    const seen = [];
    for (let page = 0; page < pages; page += 1) {
      const shown = offersPage(offers, { size, language }, page);
      expect(shown.offers.length).toBeLessThanOrEqual(most);
      expect(shown.pages).toBe(pages);
      seen.push(...shown.offers.map(({ service }) => service.id));
    }
    expect(seen).toEqual(many.map(({ id }) => id));
  });

  it('finds the page of a service, and no page beyond the last', () => {
    expect(pageWith(offers, { size: 'elder', language: 'zh-CN' }, 's7')).toBe(2);
    expect(pageWith(offers, { size: 'elder', language: 'zh-CN' }, 'gone')).toBe(0);
    expect(offersPage(offers, { size: 'elder', language: 'zh-CN' }, 99).page).toBe(2);
    expect(offersPage([], { size: 'standard', language: 'en' }, 0)).toEqual({
      offers: [],
      page: 0,
      pages: 1,
    });
  });
});
