import { Controller, Get, NotFoundException, Param, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '#organisation';
import type { AuthenticatedRequest } from '#platform/auth';
import { renderInvitationPdf } from '../../documents/invitation-document.js';
import { PrintedInvitationQuery } from './printed-invitation.query.js';

@Controller('documents/written-procedures')
export class InvitationDocumentController {
  constructor(private readonly query: PrintedInvitationQuery) {}

  /** The invitation to the last round; 404 for what there is not, was never opened, or the reader may not see. */
  @Get(':procedureId/invitation.pdf')
  async invitation(
    @Req() { actor }: AuthenticatedRequest,
    @Param('procedureId') procedureId: string,
  ): Promise<StreamableFile> {
    const document = await this.query.execute(actor as Actor, procedureId);
    if (document === null)
      throw new NotFoundException('Diese Einladung gibt es nicht, oder Sie dürfen sie nicht sehen.');
    const pdf = await renderInvitationPdf(document);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="Einladung.pdf"' });
  }
}
