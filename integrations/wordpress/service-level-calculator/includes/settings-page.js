// A picker for the colour, and a look at the config before it is sent: what was typed is kept then.
jQuery( function ( $ ) {
	$( '.slc-colour' ).wpColorPicker();
	const config = document.getElementById( 'slc-config' );
	config.addEventListener( 'input', function () {
		let fault = '';
		try {
			const given = JSON.parse( config.value || '{}' );
			if ( given?.constructor !== Object ) fault = '{ … }';
		} catch ( { message } ) {
			fault = message;
		}
		config.setCustomValidity( fault );
	} );
} );
