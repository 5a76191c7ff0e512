import { Page } from '../../ui/page.tsx';

export function ScenarioListPage() {
  return <Page title="Scenarios">{null}</Page>;
}
