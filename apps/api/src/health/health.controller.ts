import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Public } from '#platform/auth';
import { READINESS, type Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** The process runs. */
  @Public()
  @Get('healthz')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Database, migrations and queue are there: send requests. 503 names what is missing. */
  @Public()
  @Get('readyz')
  async ready(): Promise<Record<string, boolean>> {
    const parts = await this.readiness.check();
    if (Object.values(parts).every(Boolean)) return parts;
    throw new ServiceUnavailableException(parts);
  }
}
