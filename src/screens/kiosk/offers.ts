import type { Branch, Service } from '#domain/branch/branch.ts';
import { type OpenState, serviceState, type WeekMoment } from '#domain/branch/hours.ts';
import type { ServiceId } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Size } from '#platform/accessibility/modes.ts';
import type { Language } from '#platform/i18n/wording.ts';
import { waitingFor } from './outlook.ts';

/** A service as a tile: may it be chosen, and how many wait. */
export type Offer = { readonly service: Service; readonly state: OpenState; readonly waiting: number };

export type OffersPage = {
  readonly offers: readonly Offer[];
  readonly page: number;
  readonly pages: number;
};

/**
 * At most six choices, four in English, whose words are longer: a tile is never clipped. In elder mode four rows, of
 * which the last is a person.
 */
const PER_PAGE = { standard: { 'zh-CN': 6, en: 4 }, elder: { 'zh-CN': 3, en: 3 } } as const;

/** What decides how much fits on a page. */
export type PageMode = { readonly size: Size; readonly language: Language };

export function offersOf(branch: Branch, day: BranchDay, { weekday, minute }: WeekMoment): readonly Offer[] {
  return branch.services.map((service) => ({
    service,
    state: serviceState(service, weekday, minute),
    waiting: waitingFor(day, service.id),
  }));
}

export function offersPage(offers: readonly Offer[], mode: PageMode, wanted: number): OffersPage {
  const perPage = PER_PAGE[mode.size][mode.language];
  const pages = Math.max(1, Math.ceil(offers.length / perPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { offers: offers.slice(page * perPage, (page + 1) * perPage), page, pages };
}

/** The page on which a service stands. */
export function pageWith(offers: readonly Offer[], mode: PageMode, service: ServiceId): number {
  const place = offers.findIndex((offer) => offer.service.id === service);
  return Math.max(0, Math.floor(place / PER_PAGE[mode.size][mode.language]));
}
