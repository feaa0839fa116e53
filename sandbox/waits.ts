/** The waits of a running sandbox, cut short when it closes. */
export class Waits {
	private readonly pending = new Map<NodeJS.Timeout, () => void>();

	/** Waits `ms` milliseconds of real time; below 1, until the next turn of the event loop. */
	wait(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.pending.delete(timer);
				resolve();
			}, ms);
			this.pending.set(timer, resolve);
		});
	}

	/** Ends every wait now. */
	end(): void {
		for (const [timer, resolve] of this.pending) {
			clearTimeout(timer);
			resolve();
		}
		this.pending.clear();
	}
}
