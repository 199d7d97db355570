// The few parts of htmx that we call.

interface HtmxInside {
  initSecurity(policy: unknown, sync: unknown, async: unknown): void;
}

declare const htmx: {
  registerExtension(name: string, extension: { init(inside: HtmxInside): void }): void;
  swap(what: { text: string; target: string; select: string; swap: string; sourceElement: Element }): Promise<void>;
};

interface Window {
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(text: string): string }): unknown };
}
