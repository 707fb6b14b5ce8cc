export interface ServeOptions {
  folder?: string;
  port?: number;
  nextFree?: boolean;
  headers?: Record<string, string>;
}

export interface Server {
  url: string;
  port: number;
  close(): Promise<void>;
}

export declare const contentSecurityPolicy: string;
export declare function serve(options?: ServeOptions): Promise<Server>;
