export function answerProblems(answer: unknown, call?: string): string[];
export function fitting<Answer>(answer: Answer, call?: string): Answer;
export function fittingFile<Answer>(document: Answer, name: "report" | "mapping"): Answer;
