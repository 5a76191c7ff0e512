import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { previewResend } from './preview-resend.ts';
import { resendMessages } from './resend-messages.ts';

export const resendHandlers = (context: AppContext): Pick<Handlers, 'previewResend' | 'resendMessages'> => ({
  previewResend: ({ params, query }) => previewResend(context, { ...params, ...query }),
  resendMessages: ({ params, body, caller }) => resendMessages(context, { ...params, ...body, by: caller }),
});
