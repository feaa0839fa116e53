/** The waits of a running sandbox, which end early when it closes. */
export class Waits {
	private readonly pending = new Map<NodeJS.Timeout, () => void>();

	/** Waits so many milliseconds of real time; a number below 1 is the next moment. */
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
