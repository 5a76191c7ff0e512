import { messageRulesOf, type NodeOf } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { messageSettingsQuery } from '../../lib/message-settings-query.ts';
import { projectQuery } from '../../lib/project-query.ts';

/** What the short links of a message begin with; null where its links stay as they are, and until that is known. */
export const useLinkBase = (projectId: string, node: NodeOf<'sms'>): string | null => {
  const { data: project } = useQuery(projectQuery(projectId));
  const { data: common } = useQuery(messageSettingsQuery(projectId));
  if (!project || !common) return null;
  return messageRulesOf(node, common.defaults).shortensLinks ? project.linkBase : null;
};
