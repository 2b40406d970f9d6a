import { Controller, Get, NotFoundException, Param, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '#organisation';
import type { AuthenticatedRequest } from '#platform/auth';
import { renderCollectionPdf } from '../../documents/collection-document.js';
import { PrintedCollectionQuery } from './printed-collection.query.js';

@Controller('documents/conferences')
export class CollectionDocumentController {
  constructor(private readonly query: PrintedCollectionQuery) {}

  /** 404 for what there is not and for what the reader may not see. */
  @Get(':conferenceId/collection.pdf')
  async collection(
    @Req() { actor }: AuthenticatedRequest,
    @Param('conferenceId') conferenceId: string,
  ): Promise<StreamableFile> {
    const document = await this.query.execute(actor as Actor, conferenceId);
    if (document === null)
      throw new NotFoundException('Diese Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.');
    const pdf = await renderCollectionPdf(document);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'inline; filename="Entwurf-Beschluesse.pdf"',
    });
  }
}
