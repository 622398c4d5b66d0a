import type { keeping as english } from '../en/keeping.ts';

export const keeping: typeof english = {
  draft: {
    full: 'Dieser Browser hat keinen Platz mehr für deine Änderungen. Sie bleiben, bis du die Seite verlässt.',
    refused: 'Dieser Browser bewahrt für diese Website nichts auf. Deine Änderungen bleiben, bis du die Seite verlässt.',
  },
  solved: {
    full: 'Dieser Browser hat keinen Platz mehr: Was du gelöst hast, bleibt bekannt, bis du die Seite verlässt.',
    refused: 'Dieser Browser bewahrt für diese Website nichts auf: Was du gelöst hast, bleibt bekannt, bis du die Seite verlässt.',
  },
};
