import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Names what sticks out of the page or of its own clipped box, as `tag.class "text"`. */
export async function overflowing(page: Page, except = '.only-spoken'): Promise<string[]> {
  return await page.evaluate((skipped) => {
    // The wall moves by up to 3 px against burn-in.
    const SLACK_PX = 4;
    const root = document.documentElement;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').slice(0, 24)}"`;
    const isSeen = (element: Element) => {
      const box = element.getBoundingClientRect();
      const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const isBare = !element.textContent?.trim();
      return seen && !isBare && box.width > 0 && box.height > 0 && !element.closest(`svg, ${skipped}`);
    };
    const holdsText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isCutAcross = (element: Element) =>
      getComputedStyle(element).overflowX !== 'visible' &&
      element.scrollWidth > element.clientWidth + SLACK_PX;
    const isCutBelow = (element: Element) =>
      /hidden|clip/.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight + SLACK_PX;
    const isOutside = (element: Element) => {
      const box = element.getBoundingClientRect();
      return holdsText(element) && (box.left < -1 || box.right > root.clientWidth + 1);
    };
    // Behind an open dialog nothing is to be read.
    const ground = document.querySelector('dialog:modal') ?? document.body;
    const seen = [...ground.querySelectorAll('*')].filter(isSeen);
    const pageTooWide =
      root.scrollWidth > root.clientWidth + 1 ? [`the page is ${root.scrollWidth} px wide`] : [];
    return [
      ...pageTooWide,
      ...seen.filter(isCutAcross).map((element) => `cut across: ${nameOf(element)}`),
      ...seen.filter(isCutBelow).map((element) => `cut below: ${nameOf(element)}`),
      ...seen.filter(isOutside).map((element) => `outside: ${nameOf(element)}`),
    ];
  }, except);
}

/** No accessibility violation of WCAG 2.2 A, AA or the enhanced contrast of AAA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .withRules(['color-contrast-enhanced'])
    .analyze();
  expect(
    violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(' | ')}`,
    ),
  ).toEqual([]);
}
