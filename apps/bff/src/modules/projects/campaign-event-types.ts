/** In SQL, all types that campaign events of a project were ever written under; `project` is the parameter with its id. */
export const campaignEventTypes = (project: `$${number}`): string =>
  `(SELECT campaign_events FROM project WHERE id = ${project})::text[]`;
