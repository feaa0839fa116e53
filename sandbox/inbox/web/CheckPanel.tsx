/** What the check of a card found. */
import type { Finding, Level } from '../check/finding';
import type { InboxCard } from '../model';
import { contactName } from './chats';
import { Icon, type IconName } from './Icon';
import { Plain } from './Plain';
import { count } from './words';

const ICONS: Readonly<Record<Level, IconName>> = {
	problem: 'close',
	warning: 'warning',
	note: 'info',
	fine: 'check',
};
const SPOKEN: Readonly<Record<Level, string>> = {
	problem: 'Problem',
	warning: 'Warning',
	note: 'Note',
	fine: 'Shown',
};

/** What the recipient's phone shows of a card and what it doesn't, and why. */
export function CheckPanel({ card }: { card: InboxCard }) {
	const { score, findings } = card.check;
	const wrong = findings.filter(({ level }) => level === 'problem' || level === 'warning');
	const others = findings.filter(({ level }) => level === 'note' || level === 'fine');
	return (
		<aside class="check" data-grade={gradeOf(score)} aria-label="Card check">
			<header>
				<Score score={score} />
				<div>
					<h3>Card check</h3>
					<p>{summary(wrong)}</p>
				</div>
			</header>
			<Findings findings={wrong} card={card} />
			{others.length > 0 && (
				<details open={wrong.length === 0 && card.contacts.length === 1}>
					<summary>
						What the phone shows <Icon name="down" />
					</summary>
					<Findings findings={others} card={card} />
				</details>
			)}
		</aside>
	);
}

function Score({ score }: { score: number }) {
	return (
		<span class="score" role="img" aria-label={`Score ${String(score)} of 100`}>
			<svg viewBox="0 0 40 40" aria-hidden="true">
				<circle cx="20" cy="20" r="17" />
				<circle
					class="score-arc"
					cx="20"
					cy="20"
					r="17"
					pathLength="100"
					stroke-dasharray={`${String(score)} 100`}
				/>
			</svg>
			<span aria-hidden="true">{score}</span>
		</span>
	);
}

interface FindingsProps {
	findings: readonly Finding[];
	card: InboxCard;
}

/** The findings, grouped by contact if there are several. */
function Findings({ findings, card: { contacts } }: FindingsProps) {
	if (findings.length === 0) return null;
	return (
		<ul class="findings">
			{findings.map(({ level, shows, why, contact }, index) => {
				const about = contacts[contact - 1];
				const isFirst = contact !== findings[index - 1]?.contact;
				return (
					<li data-level={level}>
						{contacts.length > 1 && about !== undefined && isFirst && (
							<p class="finding-contact">
								<Plain text={contactName(about)} />
							</p>
						)}
						<Icon name={ICONS[level]} />
						<div>
							<strong>
								<span class="spoken">{SPOKEN[level]}: </span>
								<Plain text={shows} />
							</strong>
							{why !== '' && (
								<p>
									<Plain text={why} />
								</p>
							)}
						</div>
					</li>
				);
			})}
		</ul>
	);
}

function gradeOf(score: number): 'good' | 'fair' | 'poor' {
	if (score >= 90) return 'good';
	return score >= 60 ? 'fair' : 'poor';
}

function summary(wrong: readonly Finding[]): string {
	if (wrong.length === 0) return 'The phone shows everything correctly.';
	const problems = wrong.filter(({ level }) => level === 'problem').length;
	const warnings = wrong.length - problems;
	return [
		...(problems > 0 ? [count(problems, 'problem')] : []),
		...(warnings > 0 ? [count(warnings, 'warning')] : []),
	].join(', ');
}
