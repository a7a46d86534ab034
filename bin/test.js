console.log('scaffold');
