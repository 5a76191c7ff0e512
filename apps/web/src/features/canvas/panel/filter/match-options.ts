/** How conditions, or groups of them, are joined. */
export const matchOptions = [
  { value: 'all', label: 'All of' },
  { value: 'any', label: 'Any of' },
] as const;
