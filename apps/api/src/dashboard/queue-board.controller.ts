import { Controller, Get, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import type { AuthenticatedRequest } from '#platform/auth';
import { QueueObserver } from '#platform/jobs';
import { BOARD_PATH, QueueBoard } from './queue-board.js';

/** The page reads its scripts and styles below its own address, and sets the widths of its bars by style attributes. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** A look into the queues for the technical administration; for everybody else there is nothing here. */
@Controller('technik/warteschlangen')
export class QueueBoardController {
  private board: QueueBoard | null = null;

  constructor(private readonly observer: QueueObserver) {}

  @Get(['', '*'])
  async show(
    @Req() request: FastifyRequest & AuthenticatedRequest,
    @Res() reply: FastifyReply,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const isTechnician = capacitiesOn(request.actor as Actor, WHOLE_CONFERENCE).has('ADMIN');
    const [asked = ''] = request.url.split('?');
    const answer = isTechnician ? await this.boardOnce().answer(asked.slice(BOARD_PATH.length) || '/', query) : null;
    if (answer === null) throw new NotFoundException('Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.');
    void reply.header('content-security-policy', policy).type(answer.type);
    void reply.code(answer.status).send(answer.body);
  }

  /** Only whoever asks needs a connection to the queue. */
  private boardOnce(): QueueBoard {
    return (this.board ??= QueueBoard.over(this.observer));
  }
}
