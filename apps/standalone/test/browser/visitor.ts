import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from '#testing/tools';

const arguments_ = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: arguments_ });
}

/** A violation of the accessibility rules, short enough to read in a failed test. */
export interface Violation {
  readonly page: string;
  readonly rule: string;
  readonly elements: readonly string[];
}

/** Somebody at a browser of their own, signed in through the real sign-in. */
export class Visitor {
  private constructor(
    private readonly address: string,
    readonly page: Page,
    /** Everything the browser complained about: scripts that failed, content the policy blocked. */
    readonly complaints: string[],
  ) {}

  static async open(browser: Browser, address: string): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // That nobody is signed in yet is no fault; the browser notes every 401 by itself.
      const isNobody = message.text().includes('status of 401') && message.location().url.endsWith('/graphql');
      if (message.type() === 'error' && !isNobody) complaints.push(message.text());
    });
    return new Visitor(address, page, complaints);
  }

  static async signIn(browser: Browser, address: string, mailbox: string): Promise<Visitor> {
    const visitor = await Visitor.open(browser, address);
    await visitor.goTo(`/auth/login?login_hint=${mailbox}@konferenzmappe.example`);
    await visitor.button('Abmelden').waitFor();
    return visitor;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Presses the button of an act, answers what it asks, and waits for the confirmation. */
  async act(label: string, answer: (dialog: Locator) => Promise<void> = async () => undefined): Promise<void> {
    await this.button(label).click();
    const dialog = this.page.getByRole('dialog', { name: label });
    await answer(dialog);
    await dialog.getByRole('button', { name: label, exact: true }).click();
    await this.page.getByText(`Erledigt: ${label}`).waitFor();
  }

  /** Presses Tab until this element has the focus: it must be reachable without a mouse. */
  async tabTo(target: Locator): Promise<void> {
    const furthest = 80;
    for (let step = 0; step < furthest; step += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('The element cannot be reached with the Tab key');
  }

  async violations(): Promise<readonly Violation[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const page = new URL(this.page.url()).pathname;
    return violations.map(({ id, nodes }) => ({ page, rule: id, elements: nodes.map(({ html }) => html) }));
  }
}
