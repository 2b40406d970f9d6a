import { createTransport, type SendMailOptions, type SMTPPoolOptions, type Transporter } from 'nodemailer';

/** The mail server of the installation, over a few connections that are used again. */
export class SmtpServer {
  private readonly line: Transporter;
  private asking: Promise<Error | null> | null = null;

  constructor(options: SMTPPoolOptions & { readonly pool: true }) {
    this.line = createTransport(options);
  }

  /** Throws when the server does not take responsibility for the mail. */
  async send(message: SendMailOptions): Promise<void> {
    await this.line.sendMail(message);
  }

  /**
   * Connects, encrypts and signs in as for a mail, and leaves. Answers what went wrong with that. Whoever asks while
   * somebody is asking hears the same.
   */
  ask(): Promise<Error | null> {
    this.asking ??= this.connect().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  close(): void {
    this.line.close();
  }

  private async connect(): Promise<Error | null> {
    try {
      await this.line.verify();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
