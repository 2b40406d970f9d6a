import { Controller, Get, NotFoundException, Param, Query, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '#organisation';
import type { AuthenticatedRequest } from '#platform/auth';
import { renderMinutesPdf } from '../../documents/minutes-document.js';
import { PrintedMinutesQuery } from './printed-minutes.query.js';

@Controller('documents/minutes')
export class MinutesDocumentController {
  constructor(private readonly query: PrintedMinutesQuery) {}

  /** The version that counts, or the one asked for; 404 for what there is not and for what the reader may not see. */
  @Get(':minutesId.pdf')
  async minutes(
    @Req() { actor }: AuthenticatedRequest,
    @Param('minutesId') minutesId: string,
    @Query('fassung') version: unknown,
  ): Promise<StreamableFile> {
    const number = typeof version === 'string' && /^[1-9][0-9]{0,4}$/.test(version) ? Number(version) : null;
    const isAsked = version !== undefined;
    const document = isAsked && number === null ? null : await this.query.execute(actor as Actor, minutesId, number);
    if (document === null)
      throw new NotFoundException('Diese Niederschrift gibt es nicht, oder Sie dürfen sie nicht sehen.');
    const pdf = await renderMinutesPdf(document);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="Niederschrift.pdf"' });
  }
}
