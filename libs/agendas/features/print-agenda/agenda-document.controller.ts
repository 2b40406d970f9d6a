import { Controller, Get, NotFoundException, Param, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '#organisation';
import type { AuthenticatedRequest } from '#platform/auth';
import { renderAgendaPdf } from '../../documents/agenda-document.js';
import { PrintedAgendaQuery } from './printed-agenda.query.js';

@Controller('documents/agendas')
export class AgendaDocumentController {
  constructor(private readonly query: PrintedAgendaQuery) {}

  /** The agenda as the reader may see it; 404 for what there is not and for what the reader may not see. */
  @Get(':agendaId.pdf')
  async agenda(@Req() { actor }: AuthenticatedRequest, @Param('agendaId') agendaId: string): Promise<StreamableFile> {
    const document = await this.query.execute(actor as Actor, agendaId);
    if (document === null)
      throw new NotFoundException('Diese Tagesordnung gibt es nicht, oder Sie dürfen sie nicht sehen.');
    const pdf = await renderAgendaPdf(document);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="Tagesordnung.pdf"' });
  }

  /** One supplement; 404 as for the agenda. */
  @Get(':agendaId/supplements/:number.pdf')
  async supplement(
    @Req() { actor }: AuthenticatedRequest,
    @Param('agendaId') agendaId: string,
    @Param('number') number: string,
  ): Promise<StreamableFile> {
    const document = await this.query.executeForSupplement(actor as Actor, agendaId, Number(number));
    if (document === null)
      throw new NotFoundException('Diesen Nachtrag gibt es nicht, oder Sie dürfen ihn nicht sehen.');
    const pdf = await renderAgendaPdf(document);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="Nachtrag.pdf"' });
  }
}
